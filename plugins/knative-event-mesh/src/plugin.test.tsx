describe('eventMeshPlugin', () => {
  it('loads cards and pages only when they are shown', () => {
    jest.isolateModules(() => {
      const failing = () => {
        throw new Error('A card or page was loaded eagerly');
      };
      jest.doMock('./components/ContractContent', failing);
      jest.doMock('./components/EnvironmentCard', failing);
      jest.doMock('./components/EventFlowCard', failing);
      jest.doMock('./components/EventTypesPage', failing);
      jest.doMock('./components/FindingsPage', failing);
      jest.doMock('./components/OverviewPage', failing);
      jest.doMock('./components/TopologyPage', failing);
      jest.doMock('./components/TryEventPage', failing);
      jest.doMock('@xyflow/react', failing);
      expect(() => require('./plugin')).not.toThrow();
    });
  });
});
