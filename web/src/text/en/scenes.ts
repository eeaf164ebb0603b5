/** Scenes that the server keeps. */
export const scenesEn = {
  scenesTitle: 'Saved scenes',
  navScenes: 'Scenes',
  sceneSave: 'Save the scene',
  sceneSaveNew: 'Save as another',
  sceneSaved: (name: string) => `Saved as ${name}; link copied`,
  sceneTooLong: 'The link is too long to send. Save the scene, and its short link is copied.',
  sceneSafeOff: 'A scene is saved with names. Switch “client-safe” off to save it.',
  sceneGoneText: (key: string) => `scene ${key}`,
  scenesEmpty: 'No scene is saved yet',
  scenesEmptyText: 'In Explore, “Save the scene” keeps what is on the canvas, with its steps, under a name.',
  sceneOpen: 'Open',
  sceneDelete: (name: string) => `Delete ${name}`,
  sceneSince: (name: string, day: string) => `${name}, saved on ${day}.`,
  sceneSame: 'Nothing on it has changed since.',
  sceneChanged: (gone: string, renamed: string, resized: string) => `Since then: ${gone} gone, ${renamed} renamed, ${resized} with other numbers.`,
};
