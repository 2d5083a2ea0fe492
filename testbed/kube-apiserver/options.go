package main

import (
	"errors"
	"flag"
)

// options say how the server is started.
type options struct {
	// directory keeps everything that is served and signed with.
	directory string
	// port of the API server; 0 is any free one.
	port int
	// tokens are further lines of the static token file.
	tokens []string
	// serverFlags are handed to kube-apiserver as they are, after our own.
	serverFlags []string
}

func parseOptions(arguments []string) (options, error) {
	var parsed options
	flags := flag.NewFlagSet("kube-apiserver", flag.ContinueOnError)
	flags.StringVar(&parsed.directory, "data-dir", "", "directory of all data; required")
	flags.IntVar(&parsed.port, "port", 0, "port of the API server; any free one if 0")
	flags.Func("token", "`token,user,uid[,\"groups\"]` that is accepted; may be repeated", func(line string) error {
		parsed.tokens = append(parsed.tokens, line)
		return nil
	})
	if err := flags.Parse(arguments); err != nil {
		return options{}, err
	}
	if parsed.directory == "" {
		return options{}, errors.New("-data-dir is required")
	}
	parsed.serverFlags = flags.Args()
	return parsed, nil
}
