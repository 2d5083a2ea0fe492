package main

import (
	"context"

	eventingv1 "knative.dev/eventing/pkg/apis/eventing/v1"
)

// question asks which of some events a Trigger's filters deliver.
type question struct {
	Trigger struct {
		Filter  *eventingv1.TriggerFilter           `json:"filter"`
		Filters []eventingv1.SubscriptionsAPIFilter `json:"filters"`
	} `json:"trigger"`
	// Events to answer for.
	Events []sentEvent `json:"events"`
	// Earlier has events that the same filter sees before those asked for,
	// which can change the order of the filters in it.
	Earlier []sentEvent `json:"earlier"`
	// WantsContract asks for the contract with the data plane for Kafka.
	WantsContract bool `json:"wantsContract"`
	// WantsValidation asks what Knative's webhook says to the filters.
	WantsValidation bool `json:"wantsValidation"`
}

// answer has a letter per event, see outcome.
type answer struct {
	// Fresh is what a filter does that has seen nothing before.
	Fresh string `json:"fresh"`
	// Used is what a filter does that has seen the earlier events before.
	Used string `json:"used,omitempty"`
	// Contract is the Egress with the filters, as protobuf in base64.
	Contract []byte `json:"contract,omitempty"`
	// Invalid is why Knative's webhook does not let the filters be stored.
	Invalid string `json:"invalid,omitempty"`
}

func (asked question) answer(ctx context.Context) answer {
	spec := eventingv1.TriggerSpec{
		Filter:  asked.Trigger.Filter,
		Filters: asked.Trigger.Filters,
	}
	given := answer{Fresh: filterWithFresh(ctx, spec, asked.Events)}
	if len(asked.Earlier) > 0 {
		given.Used = filterWithUsed(ctx, spec, asked.Earlier, asked.Events)
	}
	if asked.WantsContract {
		given.Contract = egressOf(spec)
	}
	if asked.WantsValidation {
		given.Invalid = whyInvalid(ctx, spec)
	}
	return given
}

// whyInvalid is empty for filters that the webhook lets pass.
func whyInvalid(ctx context.Context, spec eventingv1.TriggerSpec) string {
	return eventingv1.ValidateAttributeFilters(spec.Filter).Also(
		eventingv1.ValidateSubscriptionAPIFiltersList(ctx, spec.Filters),
	).Error()
}
