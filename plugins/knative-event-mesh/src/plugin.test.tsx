describe('eventMeshPlugin', () => {
  it('loads the card only when it is shown', () => {
    jest.isolateModules(() => {
      jest.doMock('./components/EventFlowCard', () => {
        throw new Error('The card was loaded eagerly');
      });
      expect(() => require('./plugin')).not.toThrow();
    });
  });
});
