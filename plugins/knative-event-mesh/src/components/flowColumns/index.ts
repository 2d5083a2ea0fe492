export {
  consumerColumn,
  deliveredThroughColumn,
  deliveryColumn,
  eventTypeColumn,
  eventTypesColumn,
  filterColumn,
  linkColumn,
  verdictColumn,
} from './flowColumns';
