// Command event-filter answers which events Knative delivers through a Trigger.
//
// It reads questions from standard input, a line of JSON each, and writes a line
// of JSON with the answer to each, in the same order. It ends with its input.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "event-filter:", err)
		os.Exit(1)
	}
}

func run() error {
	if err := registerCorrelationFunction(); err != nil {
		return err
	}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<28)
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	encoder := json.NewEncoder(out)
	ctx := silentContext()
	for in.Scan() {
		var asked question
		if err := json.Unmarshal(in.Bytes(), &asked); err != nil {
			return fmt.Errorf("not a question: %w", err)
		}
		if err := encoder.Encode(asked.answer(ctx)); err != nil {
			return err
		}
		// Whoever asks may wait for this answer before asking again.
		if err := out.Flush(); err != nil {
			return err
		}
	}
	return in.Err()
}
