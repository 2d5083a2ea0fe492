package main

import (
	"encoding/json"
	"strings"
	"testing"
)

const (
	orderEvent   = `{"structured":{"specversion":"1.0","id":"1","source":"/a","type":"order","count":5}}`
	invoiceEvent = `{"binary":{"specversion":"1.0","id":"2","source":"/a","type":"invoice"}}`
	noEvent      = `{"binary":{"specversion":"1.0","id":"3","type":"order"}}`
)

func ask(t *testing.T, trigger string) answer {
	t.Helper()
	events := strings.Join([]string{orderEvent, invoiceEvent, noEvent}, ",")
	text := `{"trigger":` + trigger + `,"wantsValidation":true,"events":[` + events + `]}`
	var asked question
	if err := json.Unmarshal([]byte(text), &asked); err != nil {
		t.Fatal(err)
	}
	return asked.answer(silentContext())
}

func TestAnswer(t *testing.T) {
	for name, test := range map[string]struct{ trigger, outcomes string }{
		"no filter":                         {`{}`, "DDR"},
		"the empty filter of the webhook":   {`{"filter":{}}`, "DDR"},
		"attributes":                        {`{"filter":{"attributes":{"type":"order"}}}`, "DNR"},
		"filters before filter":             {`{"filter":{"attributes":{"type":"order"}},"filters":[{"exact":{"type":"invoice"}}]}`, "NDR"},
		"a number is no text in attributes": {`{"filter":{"attributes":{"count":"5"}}}`, "NNR"},
		"a number is its text in exact":     {`{"filters":[{"exact":{"count":"5"}}]}`, "DNR"},
		"an expression":                     {`{"filters":[{"cesql":"type LIKE 'inv%'"}]}`, "NDR"},
		"an expression that is no boolean":  {`{"filters":[{"cesql":"type"}]}`, "PPR"},
		"Knative's own function":            {`{"filters":[{"cesql":"KN_VERIFY_CORRELATION_ID(id,'a','b','c',0,1)"}]}`, "NDR"},
	} {
		t.Run(name, func(t *testing.T) {
			given := ask(t, test.trigger)
			if given.Fresh != test.outcomes || given.Invalid != "" {
				t.Errorf("%s: %+v", test.trigger, given)
			}
		})
	}
}

func TestAnswerForWhatTheWebhookRefuses(t *testing.T) {
	for name, test := range map[string]struct{ trigger, outcomes string }{
		"no expression":               {`{"filters":[{"cesql":"LENGTH("}]}`, "DDR"},
		"what makes the parser panic": {`{"filters":[{"cesql":"count-1"}]}`, "PPR"},
		"two dialects":                {`{"filters":[{"exact":{"type":"order"},"suffix":{"type":"x"}}]}`, "DNR"},
	} {
		t.Run(name, func(t *testing.T) {
			given := ask(t, test.trigger)
			if given.Fresh != test.outcomes || given.Invalid == "" {
				t.Errorf("%s: %+v", test.trigger, given)
			}
		})
	}
}

// A filter that has stopped an event moves before the one that decides nothing,
// whose answer is then the last.
func TestAnswerAfterEarlierEvents(t *testing.T) {
	const reordering = `{"filters":[{"not":{"all":[{"not":{}},{"exact":{"type":"order"}}]}}]}`
	text := `{"trigger":` + reordering + `,"earlier":[` + invoiceEvent + `],"events":[` + orderEvent + `]}`
	var asked question
	if err := json.Unmarshal([]byte(text), &asked); err != nil {
		t.Fatal(err)
	}
	if given := asked.answer(silentContext()); given.Fresh != "N" || given.Used != "D" {
		t.Errorf("%+v", given)
	}
}
