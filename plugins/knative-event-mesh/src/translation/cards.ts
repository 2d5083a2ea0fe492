/** Texts of the cards on the pages of entities. */
export const cardsMessages = {
  notLinked: {
    byId: 'What receives events for it is linked once the Service, or other object, carries `{{key}}: {{value}}` as label or annotation.',
    bySelector:
      'What receives events for it is linked once the Service, or other object, has the labels `{{selector}}`.',
    byNothing:
      'To link what receives events for it, give this entity the annotation `{{key}}`, and the Service, or other object, a label with the same value.',
  },
} as const;
