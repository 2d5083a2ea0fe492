// Package storage runs etcd inside of this process.
package storage

import (
	"net/url"

	"go.etcd.io/etcd/server/v3/embed"
)

// Start starts etcd on loopback and returns its client URL as soon as it
// answers. What is in the directory from an earlier run is served again.
func Start(directory, host string) (string, error) {
	client := url.URL{Scheme: "http", Host: host}
	peer := url.URL{Scheme: "http", Host: "127.0.0.1:0"}

	config := embed.NewConfig()
	config.Dir = directory
	config.ListenClientUrls = []url.URL{client}
	config.AdvertiseClientUrls = []url.URL{client}
	config.ListenPeerUrls = []url.URL{peer}
	config.AdvertisePeerUrls = []url.URL{peer}
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	// Nothing here has to survive a power failure.
	config.UnsafeNoFsync = true
	config.LogLevel = "error"

	etcd, err := embed.StartEtcd(config)
	if err != nil {
		return "", err
	}
	select {
	case err := <-etcd.Err():
		return "", err
	case <-etcd.Server.ReadyNotify():
		return client.String(), nil
	}
}
