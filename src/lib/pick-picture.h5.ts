import { pickFile, type PickedFile } from './pick-file.h5'

/** Lets the person choose one picture with one of these endings; nothing if none was chosen. */
export const pickPicture = (endings: readonly string[]): Promise<PickedFile | undefined> =>
  pickFile(endings)
