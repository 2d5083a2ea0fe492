package main

import (
	"google.golang.org/protobuf/proto"
	"knative.dev/eventing-kafka-broker/control-plane/pkg/contract"
	eventingv1 "knative.dev/eventing/pkg/apis/eventing/v1"
)

// egressOf writes a Trigger's filters for the data plane for Kafka, as
// reconcileFilters in control-plane/pkg/reconciler/consumer/consumer.go does.
func egressOf(spec eventingv1.TriggerSpec) []byte {
	egress := &contract.Egress{}
	if spec.Filter != nil {
		egress.Filter = &contract.Filter{Attributes: spec.Filter.Attributes}
	}
	for _, filter := range spec.Filters {
		egress.DialectedFilter = append(egress.DialectedFilter, contract.FromSubscriptionFilter(filter))
	}
	written, err := proto.Marshal(egress)
	if err != nil {
		// Only for text that is not UTF-8, which JSON does not hold.
		panic(err)
	}
	return written
}
