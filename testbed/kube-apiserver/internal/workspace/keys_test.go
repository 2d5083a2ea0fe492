package workspace

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteServiceAccountKeysWritesAPair(t *testing.T) {
	directory := t.TempDir()

	if err := WriteServiceAccountKeys(directory); err != nil {
		t.Fatal(err)
	}

	private, err := x509.ParsePKCS8PrivateKey(readPEM(t, directory, privateKeyFile))
	if err != nil {
		t.Fatal(err)
	}
	public, err := x509.ParsePKIXPublicKey(readPEM(t, directory, publicKeyFile))
	if err != nil {
		t.Fatal(err)
	}
	if !private.(*rsa.PrivateKey).PublicKey.Equal(public) {
		t.Error("the public key belongs to another private key")
	}
}

func TestWriteServiceAccountKeysKeepsThoseOfAnEarlierRun(t *testing.T) {
	directory := t.TempDir()
	if err := WriteServiceAccountKeys(directory); err != nil {
		t.Fatal(err)
	}
	first := string(readPEM(t, directory, privateKeyFile))

	err := WriteServiceAccountKeys(directory)

	if err != nil || string(readPEM(t, directory, privateKeyFile)) != first {
		t.Errorf("the key has changed, error %v", err)
	}
}

func readPEM(t *testing.T, directory, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(directory, name))
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(text)
	return block.Bytes
}
