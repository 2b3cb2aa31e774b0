#pragma once
#include <stddef.h>

// What of libcrypto the engine uses (sha256.c).
enum { SHA256_DIGEST_LENGTH = 32 };
unsigned char *SHA256(const unsigned char *bytes, size_t count, unsigned char *digest);

// Digests of what comes in pieces: named, never called.
typedef struct sonae_digest EVP_MD_CTX;
EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *context);
const void *EVP_sha256(void);
int EVP_DigestInit_ex(EVP_MD_CTX *context, const void *kind, void *engine);
int EVP_DigestUpdate(EVP_MD_CTX *context, const void *bytes, size_t count);
int EVP_DigestFinal_ex(EVP_MD_CTX *context, unsigned char *digest, unsigned *count);
