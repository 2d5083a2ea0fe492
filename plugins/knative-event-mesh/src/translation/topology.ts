/** Texts of the page Topology. */
export const topologyMessages = { title: 'Topology' };
