"""Files are written through to the medium and read back from there."""

from pathlib import Path

from partnerships.base.medium import CHUNK, flush, flush_all, read_chunks


def test_what_was_flushed_is_read_back(tmp_path: Path) -> None:
    for size in (0, 1, 4096, CHUNK, CHUNK + 1):
        file = tmp_path / str(size)
        file.write_bytes(bytes(range(256)) * (size // 256) + bytes(size % 256))
        flush(file)
        assert b"".join(read_chunks(file, from_medium=True)) == file.read_bytes()


def test_many_files_are_flushed_at_once(tmp_path: Path) -> None:
    files = [tmp_path / name for name in "abc"]
    for file in files:
        file.write_bytes(b"text")
    flush_all(tmp_path, files)
    assert b"".join(read_chunks(files[2], from_medium=True)) == b"text"
