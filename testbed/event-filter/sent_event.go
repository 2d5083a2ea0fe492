package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/textproto"

	cloudevents "github.com/cloudevents/sdk-go/v2"
	cehttp "github.com/cloudevents/sdk-go/v2/protocol/http"
)

// sentEvent is an event on its way to the broker's filter: in the structured
// mode of the HTTP binding as JSON, or in the binary mode as attributes.
type sentEvent struct {
	Structured json.RawMessage   `json:"structured"`
	Binary     map[string]string `json:"binary"`
}

// received reads the event as the broker's filter does, and refuses it where
// the broker's ingress does.
func (sent sentEvent) received() (*cloudevents.Event, error) {
	request := &http.Request{Header: http.Header{}, Body: http.NoBody}
	if sent.Structured != nil {
		request.Header.Set("Content-Type", cloudevents.ApplicationCloudEventsJSON)
		request.Body = io.NopCloser(bytes.NewReader(sent.Structured))
	}
	for name, value := range sent.Binary {
		header := "Ce-" + name
		if name == "datacontenttype" {
			header = "Content-Type"
		}
		request.Header[textproto.CanonicalMIMEHeaderKey(header)] = []string{value}
	}
	event, err := cehttp.NewEventFromHTTPRequest(request)
	if err != nil {
		return nil, err
	}
	return event, event.Validate()
}
