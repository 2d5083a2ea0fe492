// Command kube-apiserver runs a real Kubernetes API server and its etcd in one
// process on loopback, for tests. As soon as it is ready it prints one line of
// JSON that says how to reach it; its log goes to standard error. It ends on
// SIGTERM and when its standard input is closed.
//
//	kube-apiserver -data-dir DIRECTORY [-port PORT] [-token LINE]... [-- FLAG OF KUBE-APISERVER...]
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run returns when the server is no longer needed, or with the error that ended it.
func run(arguments []string) error {
	options, err := parseOptions(arguments)
	if err != nil {
		return err
	}
	abandoned := whenAbandoned()
	server, err := prepare(options)
	if err != nil {
		return err
	}

	failed := make(chan error, 1)
	go func() { failed <- server.serve() }()
	go func() { _ = json.NewEncoder(os.Stdout).Encode(server.connection()) }()

	select {
	case err := <-failed:
		return err
	case <-abandoned:
		// Without a graceful end, which takes seconds and saves nothing: what etcd
		// has acknowledged is in its files.
		return nil
	}
}
