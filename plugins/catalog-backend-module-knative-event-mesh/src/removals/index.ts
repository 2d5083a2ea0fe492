export {
  decideRemovals,
  doubtSince,
  sortedDoubts,
  type RemovalDecision,
} from './decideRemovals';
export { describeDoubts, type DoubtNews } from './describeDoubts';
export { isSettled } from './isSettled';
export { keepUnread } from './keepUnread';
export { lastKnownLinks } from './lastKnownLinks';
export { toOwnedEntity, type OwnedEntity } from './ownedEntity';
export { isDoubtful, unreadBy } from './unread';
