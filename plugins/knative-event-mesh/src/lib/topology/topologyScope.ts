/** What of the mesh is drawn. Empty texts ask for nothing in particular. */
export interface TopologyScope {
  environment: string;
  /** Of Kubernetes. */
  namespace: string;
  /** Full entity ref of a broker or channel. */
  broker: string;
  /** Full entity ref whose neighbourhood is drawn, whatever else is asked for. */
  focus: string;
  /** How many edges the neighbourhood reaches. */
  depth: number;
}

/** How far a neighbourhood can be asked to reach. */
export const depths = [1, 2, 3, 4] as const;

/** Without a choice: as far as from a consumer to what else its broker has. */
export const defaultDepth = 2;
