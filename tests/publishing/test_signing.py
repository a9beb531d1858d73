"""Signing a release, and what its signature then says."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saisei_lod.errors import EnvironmentFault, InputError, UsageError
from saisei_lod.publishing.checksums import check_checksums, write_checksums
from saisei_lod.publishing.signing import KEY_VARIABLE, check_signature, new_key, sign

pytest.importorskip("cryptography")


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Return a small release, signed with ``key.pem`` beside it."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "plans.nt").write_text("<a:a> <a:b> <a:c> .\n", encoding="utf-8")
    write_checksums(folder)
    new_key(tmp_path / "key.pem")
    sign(folder, tmp_path / "key.pem")
    return folder


def _codes(release: Path, trusted: Path | None = None) -> list[str]:
    return [finding.code for finding in check_signature(release, trusted)]


def test_a_signed_release_says_whose_key_signed_it(release: Path) -> None:
    """With the publisher's key nothing is left to say; without it the key is named, to be compared."""
    assert _codes(release, release.parent / "key.pem.pub") == []
    assert _codes(release) == ["signed-by"]
    assert check_checksums(release) == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_changed_byte_is_found(release: Path, data: st.DataObject) -> None:
    """Whichever byte of whichever file is another one, the release is no longer whole."""
    names = sorted(path.name for path in release.iterdir())
    path = release / data.draw(st.sampled_from(names))
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    flip = data.draw(st.integers(1, 255))
    path.write_bytes(whole[:place] + bytes([whole[place] ^ flip]) + whole[place + 1 :])
    try:
        trusted = release.parent / "key.pem.pub"
        is_key = path.name == "SHA256SUMS.pub"  # which the publisher's own key makes needless
        assert is_key or _found(release, trusted)
    finally:
        path.write_bytes(whole)


def _found(release: Path, trusted: Path) -> bool:
    try:
        return bool(check_signature(release, trusted) or check_checksums(release))
    except InputError:
        return True


def test_another_key_s_signature_is_told_from_a_changed_file(release: Path) -> None:
    """Who signs a forged release with a key of their own is found by the publisher's key."""
    new_key(release.parent / "other.pem")
    sign(release, release.parent / "other.pem")
    assert _codes(release, release.parent / "key.pem.pub") == ["signed-by-another-key"]
    (release / "SHA256SUMS").write_text("", encoding="utf-8")
    assert _codes(release) == ["signature-wrong"]


def test_a_release_without_a_signature_is_fine_unless_a_key_is_asked_for(release: Path) -> None:
    """Signing is the publisher's choice; who asks for a key wants it signed."""
    (release / "SHA256SUMS.sig").unlink()
    assert _codes(release) == []
    assert _codes(release, release.parent / "key.pem.pub") == ["not-signed"]


def test_openssl_checks_the_signature(release: Path) -> None:
    """A tool that knows nothing of us says the same."""
    tool = shutil.which("openssl")
    if tool is None:
        pytest.skip("openssl is not installed here")
    asked = [tool, "pkeyutl", "-verify", "-pubin", "-inkey", "SHA256SUMS.pub", "-rawin"]
    files = ["-in", "SHA256SUMS", "-sigfile", "SHA256SUMS.sig"]
    told = subprocess.run([*asked, *files], cwd=release, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout.strip()) == (0, "Signature Verified Successfully")


def test_the_key_may_stand_in_the_environment(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CI hands a key over without a file."""
    monkeypatch.setenv(KEY_VARIABLE, (release.parent / "key.pem").read_text(encoding="utf-8"))
    before = (release / "SHA256SUMS.sig").read_bytes()
    sign(release, None)
    assert (release / "SHA256SUMS.sig").read_bytes() == before


def test_what_is_no_key_says_so(release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong file, no file and no key at all are each told; a key is never overwritten."""
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    (tmp_path / "no.pem").write_text(
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", encoding="utf-8"
    )
    for key, error in (
        (tmp_path / "no.pem", InputError),
        (tmp_path / "none", InputError),
        (None, UsageError),
    ):
        with pytest.raises(error):
            sign(release, key)
    with pytest.raises(EnvironmentFault):
        new_key(tmp_path / "key.pem")
    assert (tmp_path / "key.pem").stat().st_mode & 0o777 == 0o600
