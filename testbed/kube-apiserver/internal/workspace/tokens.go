package workspace

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
)

// WriteTokens writes the static tokens, each a line `token,user,uid,"groups"`,
// after that of an administrator, whose token it returns. The administrator of
// an earlier run in the same directory keeps the token.
func WriteTokens(directory string, lines []string) (string, error) {
	file := filepath.Join(directory, "tokens.csv")
	adminToken, err := earlierAdminToken(file)
	if err != nil {
		return "", err
	}
	if adminToken == "" {
		adminToken = rand.Text()
	}
	admin := adminToken + `,admin,admin,"system:masters"`
	text := strings.Join(append([]string{admin}, lines...), "\n") + "\n"
	return adminToken, os.WriteFile(file, []byte(text), 0o600)
}

func earlierAdminToken(file string) (string, error) {
	text, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return "", nil
	}
	token, _, _ := strings.Cut(string(text), ",")
	return token, err
}
