package main

import (
	_ "embed"
	"net"
	"os"
	"path/filepath"
	"strconv"

	"k8s.io/kubernetes/cmd/kube-apiserver/app"
	"testbed/kube-apiserver/internal/storage"
	"testbed/kube-apiserver/internal/workspace"
)

//go:embed flags.txt
var flagsOfServer string

// server is an API server whose data directory is prepared and whose etcd runs.
type server struct {
	directory  string
	url        string
	etcd       string
	adminToken string
	flags      []string
}

// connection says how to reach a server.
type connection struct {
	Server string `json:"server"`
	// CA is the certificate to trust, as PEM.
	CA string `json:"ca"`
	// Token is that of an administrator.
	Token string `json:"token"`
	// Etcd is the client URL of etcd.
	Etcd string `json:"etcd"`
}

func prepare(options options) (*server, error) {
	directory, err := filepath.Abs(options.directory)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(directory, 0o700); err != nil {
		return nil, err
	}
	if err := workspace.WriteServiceAccountKeys(directory); err != nil {
		return nil, err
	}
	adminToken, err := workspace.WriteTokens(directory, options.tokens)
	if err != nil {
		return nil, err
	}
	etcdHost, err := freeHost(0)
	if err != nil {
		return nil, err
	}
	etcd, err := storage.Start(filepath.Join(directory, "etcd"), etcdHost)
	if err != nil {
		return nil, err
	}
	host, err := freeHost(options.port)
	if err != nil {
		return nil, err
	}
	_, port, err := net.SplitHostPort(host)
	if err != nil {
		return nil, err
	}
	flags := workspace.Flags(flagsOfServer,
		"{directory}", directory, "{port}", port, "{etcd}", etcd)
	return &server{
		directory:  directory,
		url:        "https://" + host,
		etcd:       etcd,
		adminToken: adminToken,
		flags:      append(flags, options.serverFlags...),
	}, nil
}

// serve runs the API server; it returns only when that has failed.
func (s *server) serve() error {
	command := app.NewAPIServerCommand()
	command.SetArgs(s.flags)
	return command.Execute()
}

// connection waits until the server is ready and says how to reach it.
func (s *server) connection() connection {
	authority := waitUntilReady(s.directory, s.url, s.adminToken)
	return connection{
		Server: s.url,
		CA:     string(authority),
		Token:  s.adminToken,
		Etcd:   s.etcd,
	}
}

// freeHost finds out a port of loopback that nobody listens on; the given one if
// it is not 0, which must be free then.
func freeHost(port int) (string, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return "", err
	}
	defer listener.Close()
	return listener.Addr().String(), nil
}
