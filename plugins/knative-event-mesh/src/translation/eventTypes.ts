/** Texts of the page Event types. */
export const eventTypesMessages = { title: 'Event types' };
