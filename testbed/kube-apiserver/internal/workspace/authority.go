package workspace

import (
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
)

// Authority returns the certificate of the authority that the server has signed
// its own certificate with, as PEM. The server writes it behind its own.
func Authority(directory string) ([]byte, error) {
	text, err := os.ReadFile(filepath.Join(directory, "apiserver.crt"))
	if err != nil {
		return nil, err
	}
	_, rest := pem.Decode(text)
	authority, _ := pem.Decode(rest)
	if authority == nil {
		return nil, errors.New("apiserver.crt has no authority behind the certificate")
	}
	return pem.EncodeToMemory(authority), nil
}
