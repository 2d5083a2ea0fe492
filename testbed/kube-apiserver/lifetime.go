package main

import (
	"io"
	"os"
	"os/signal"
	"syscall"
)

// whenAbandoned is closed as soon as somebody asks this process to end, or whoever
// started it is gone: then the other end of its standard input is closed, even
// after a crash, and no server stays behind.
func whenAbandoned() <-chan struct{} {
	abandoned := make(chan struct{}, 2)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	go func() {
		<-signals
		abandoned <- struct{}{}
	}()
	go func() {
		// Whatever ends the reading, there is nobody at the other end any more.
		_, _ = io.Copy(io.Discard, os.Stdin)
		abandoned <- struct{}{}
	}()
	return abandoned
}
