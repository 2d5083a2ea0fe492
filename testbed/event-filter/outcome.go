package main

import "knative.dev/eventing/pkg/eventfilter"

// outcome is what becomes of an event.
type outcome byte

const (
	delivered    outcome = 'D'
	notDelivered outcome = 'N'
	// panicked means that the request dies, so that the event is not delivered.
	panicked outcome = 'P'
	// refused means that the broker does not accept such an event.
	refused outcome = 'R'
)

// outcomeOf follows handleDispatchToSubscriberRequest in
// pkg/broker/filter/filter_handler.go: only FailFilter stops an event.
func outcomeOf(result eventfilter.FilterResult) outcome {
	if result == eventfilter.FailFilter {
		return notDelivered
	}
	return delivered
}
