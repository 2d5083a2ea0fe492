package main

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"time"

	"testbed/kube-apiserver/internal/workspace"
)

const pauseBetweenQuestions = 50 * time.Millisecond

// waitUntilReady asks the server until it says that it is ready for requests,
// and returns the certificate to trust it by. The caller bounds the time.
func waitUntilReady(directory, server, token string) []byte {
	for {
		// The server signs its certificate while it starts.
		authority, err := workspace.Authority(directory)
		if err == nil && isReady(server, token, authority) {
			return authority
		}
		time.Sleep(pauseBetweenQuestions)
	}
}

func isReady(server, token string, authority []byte) bool {
	request, err := http.NewRequest(http.MethodGet, server+"/readyz", nil)
	if err != nil {
		return false
	}
	request.Header.Set("Authorization", "Bearer "+token)

	trusted := x509.NewCertPool()
	trusted.AppendCertsFromPEM(authority)
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: trusted}}
	defer transport.CloseIdleConnections()
	client := http.Client{Timeout: time.Second, Transport: transport}

	response, err := client.Do(request)
	if err != nil {
		return false
	}
	_ = response.Body.Close()
	return response.StatusCode == http.StatusOK
}
