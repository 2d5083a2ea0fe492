package workspace

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
)

const (
	publicKeyFile  = "service-account.pub"
	privateKeyFile = "service-account.key"
)

// WriteServiceAccountKeys makes the pair of keys that the tokens of
// ServiceAccounts are signed with, unless an earlier run has made it.
func WriteServiceAccountKeys(directory string) error {
	if _, err := os.Stat(filepath.Join(directory, privateKeyFile)); err == nil {
		return nil
	}
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return err
	}
	public, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		return err
	}
	if err := writePEM(directory, publicKeyFile, "PUBLIC KEY", public); err != nil {
		return err
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return err
	}
	return writePEM(directory, privateKeyFile, "PRIVATE KEY", private)
}

func writePEM(directory, name, kind string, bytes []byte) error {
	text := pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes})
	return os.WriteFile(filepath.Join(directory, name), text, 0o600)
}
