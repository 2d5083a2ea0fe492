package main

import (
	"testing"

	"google.golang.org/protobuf/proto"
	"knative.dev/eventing-kafka-broker/control-plane/pkg/contract"
	eventingv1 "knative.dev/eventing/pkg/apis/eventing/v1"
)

func TestEgressOf(t *testing.T) {
	var egress contract.Egress
	if err := proto.Unmarshal(egressOf(eventingv1.TriggerSpec{
		Filter:  &eventingv1.TriggerFilter{Attributes: map[string]string{"type": "order"}},
		Filters: []eventingv1.SubscriptionsAPIFilter{{CESQL: "TRUE"}, {}},
	}), &egress); err != nil {
		t.Fatal(err)
	}
	filters := egress.GetDialectedFilter()
	if len(filters) != 2 || filters[0].GetCesql().GetExpression() != "TRUE" || filters[1].GetFilter() != nil {
		t.Errorf("filters: %v", filters)
	}
	if egress.GetFilter().GetAttributes()["type"] != "order" {
		t.Errorf("filter: %v", egress.GetFilter())
	}
}
