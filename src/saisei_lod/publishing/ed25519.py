"""Ed25519 (RFC 8032) with keys in PEM (RFC 8410), by the cryptography library: bytes in, bytes out."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

__all__ = ["is_signed", "new_private_key", "normal_public_key", "public_key", "signature"]


def new_private_key() -> bytes:
    """Return a new private key as PEM, without a password."""
    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def public_key(private: bytes) -> bytes:
    """Return the public key of a private one, as PEM. Raises ValueError for what is no such key."""
    return _pem(_private(private).public_key())


def signature(private: bytes, signed: bytes) -> bytes:
    """Return the 64 bytes of a signature. Raises ValueError for what is no such key."""
    return _private(private).sign(signed)


def is_signed(public: bytes, signed: bytes, by: bytes) -> bool:
    """Tell whether a signature was made with the private key of a public one.

    Raises ValueError for what is no such key.
    """
    try:
        _public(public).verify(by, signed)
    except InvalidSignature:
        return False
    return True


def normal_public_key(public: bytes) -> bytes:
    """Return a public key in the one spelling that PEM is written in here, so that keys compare."""
    return _pem(_public(public))


def _private(pem: bytes) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(pem, None)
    except TypeError as error:  # a key with a password
        raise ValueError(*error.args) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(type(key).__name__)  # noqa: TRY004 - to the caller it is a file that is no such key
    return key


def _public(pem: bytes) -> Ed25519PublicKey:
    key = serialization.load_pem_public_key(pem)
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError(type(key).__name__)  # noqa: TRY004 - as above
    return key


def _pem(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
