/** Begins the key of everything asked about what waits in the project, for asking anew; by itself, so that the page does not load the list. */
export const WAITING_KEY = 'project.waiting';
