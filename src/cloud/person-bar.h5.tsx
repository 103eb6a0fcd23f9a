import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { becomePerson, currentOpenid, listPeople, type DemoPerson } from './person.h5'
import './person-bar.css'
import { PERSON_BAR_TEXT } from './person-bar.text'

/** A slim bar above the program, to be one of the people of the demonstration. Only where people are offered. */
export function startPersonBar(): void {
  void listPeople().then((people) => {
    if (people.length === 0) return
    const place = document.createElement('div')
    document.body.insertBefore(place, document.body.firstChild)
    document.documentElement.classList.add('with-person-bar')
    createRoot(place).render(<PersonBar people={people} />)
  })
}

function PersonBar({ people }: { people: DemoPerson[] }) {
  const [openid, setOpenid] = useState('')
  useEffect(() => void currentOpenid().then((found) => setOpenid(found ?? '')), [])
  return (
    <label className="person-bar">
      <span className="person-bar__label">{PERSON_BAR_TEXT.label}</span>
      <select
        className="person-bar__choice"
        value={openid}
        onChange={(event) => becomePerson(event.target.value)}
      >
        {people.map((person) => (
          <option key={person.openid} value={person.openid}>
            {PERSON_BAR_TEXT.person(person.name, person.about)}
          </option>
        ))}
      </select>
    </label>
  )
}
