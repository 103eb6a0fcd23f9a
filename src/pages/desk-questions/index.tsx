import { QuestionsView } from '../../features/announcement/desk/questions/questions-view'

export default function DeskQuestionsPage() {
  return <QuestionsView />
}
