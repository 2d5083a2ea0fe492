package main

import (
	"context"
	"runtime"

	cloudevents "github.com/cloudevents/sdk-go/v2"
	"go.uber.org/zap"
	eventingv1 "knative.dev/eventing/pkg/apis/eventing/v1"
	"knative.dev/eventing/pkg/eventfilter"
	"knative.dev/eventing/pkg/eventfilter/attributes"
	"knative.dev/eventing/pkg/eventfilter/subscriptionsapi"
	"knative.dev/pkg/logging"
)

// silentContext keeps Knative's code from logging.
func silentContext() context.Context {
	return logging.WithLogger(context.Background(), zap.NewNop().Sugar())
}

// newTriggerFilter chooses as filterEvent in pkg/broker/filter/filter_handler.go
// does; there it is a method of a handler that needs a cluster.
func newTriggerFilter(ctx context.Context, spec eventingv1.TriggerSpec) eventfilter.Filter {
	switch {
	case len(spec.Filters) > 0:
		logger := logging.FromContext(ctx).Desugar()
		return subscriptionsapi.CreateSubscriptionsAPIFilters(logger, spec.Filters)
	case spec.Filter != nil:
		return attributes.NewAttributesFilter(spec.Filter.Attributes)
	default:
		return subscriptionsapi.NewNoFilter()
	}
}

// filterWithFresh filters each event with a filter that has seen no other.
func filterWithFresh(ctx context.Context, spec eventingv1.TriggerSpec, events []sentEvent) string {
	isReusable := !canReorder(spec.Filters)
	outcomes := make([]byte, 0, len(events))
	var filter eventfilter.Filter
	for _, sent := range events {
		if filter == nil || !isReusable {
			cleanUp(filter)
			filter = createSafely(ctx, spec)
		}
		outcomes = append(outcomes, byte(filterSent(ctx, filter, sent)))
	}
	cleanUp(filter)
	return string(outcomes)
}

// filterWithUsed filters all events with one filter, after the earlier ones.
func filterWithUsed(ctx context.Context, spec eventingv1.TriggerSpec, earlier, events []sentEvent) string {
	filter := createSafely(ctx, spec)
	defer cleanUp(filter)
	for _, sent := range earlier {
		filterSent(ctx, filter, sent)
		letReorder()
	}
	outcomes := make([]byte, 0, len(events))
	for _, sent := range events {
		outcomes = append(outcomes, byte(filterSent(ctx, filter, sent)))
		letReorder()
	}
	return string(outcomes)
}

// createSafely returns nil where Knative's code panics, as its parser does for
// some texts that are no expression.
func createSafely(ctx context.Context, spec eventingv1.TriggerSpec) (filter eventfilter.Filter) {
	defer func() {
		if recover() != nil {
			filter = nil
		}
	}()
	return newTriggerFilter(ctx, spec)
}

func filterSent(ctx context.Context, filter eventfilter.Filter, sent sentEvent) (given outcome) {
	event, err := sent.received()
	if err != nil {
		return refused
	}
	if filter == nil {
		return panicked
	}
	return filterReceived(ctx, filter, *event)
}

func filterReceived(ctx context.Context, filter eventfilter.Filter, event cloudevents.Event) (given outcome) {
	defer func() {
		if recover() != nil {
			given = panicked
		}
	}()
	return outcomeOf(filter.Filter(ctx, event))
}

// canReorder tells whether there is a list of two or more: all and any move the
// filters that decide most often to the front, in the background.
func canReorder(filters []eventingv1.SubscriptionsAPIFilter) bool {
	if len(filters) > 1 {
		return true
	}
	for _, filter := range filters {
		if canReorder(filter.All) || canReorder(filter.Any) {
			return true
		}
		if filter.Not != nil && canReorder([]eventingv1.SubscriptionsAPIFilter{*filter.Not}) {
			return true
		}
	}
	return false
}

// letReorder gives the goroutines of the filters time to reorder them.
func letReorder() {
	for range 8 {
		runtime.Gosched()
	}
}

// cleanUp ends the goroutines of a filter. Knative's code panics there for a
// `not` around nothing.
func cleanUp(filter eventfilter.Filter) {
	if filter == nil {
		return
	}
	defer func() { _ = recover() }()
	filter.Cleanup()
}
