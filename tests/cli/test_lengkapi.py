"""Pelengkapan kode, indikator, tahun, dan metode oleh perintah sungguhan, di shell sungguhan."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indeksinovasi.cli.lengkapi import lengkapi_kata, lengkapi_kode, lengkapi_tahun
from tests.daerah_uji import indeks
from tests.profil import LENGKAP

BARIS = [
    ("indeks nilai data --tahun 202", "2024"),
    ("indeks nilai data --metode 20", "2023"),
    ("indeks validasi data --pilih SKM,BKT30", "SKM,BKT302"),
    ("indeks jelaskan SKM10", "SKM104"),
    ("indeks jelaskan regul", "regulasi"),
    ("indeks banding data 2024 202", "2026"),
    ("indeks verifikasi a.yaml alat", "alat_kerja"),
]
_KENDALI = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]|[\r\a]")
TANPA_DETEKSI = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}


def jalankan(*perintah: str, **lain: str) -> str:
    """Stdout *perintah*, dengan program milik Python ini lebih dulu di PATH."""
    jalur = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    hasil = subprocess.run(
        perintah,
        env={**os.environ, **lain, "PATH": jalur},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stderr
    return hasil.stdout


def jawaban(*argumen: str, **lingkungan: str) -> str:
    """Stdout ``indeks`` di proses ini dengan variabel *lingkungan*, seperti dipanggil naskah pelengkapan."""
    with pytest.MonkeyPatch.context() as tambal:
        for nama, isi in lingkungan.items():
            tambal.setenv(nama, isi)
        hasil = indeks(*argumen)
    assert hasil.kode == 0, hasil.galat
    return hasil.keluar


def naskah(shell: str) -> str:
    """Naskah yang dipasang untuk *shell*."""
    return jawaban("--show-completion", shell, **TANPA_DETEKSI)


def butuh(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} tidak terpasang")


def test_nilai_menurut_awalannya() -> None:
    assert lengkapi_tahun("202")[:2] == ["2026", "2025"]
    assert lengkapi_kode("klY20,bkt30") == [f"klY20,BKT30{n}" for n in range(1, 10)]
    assert lengkapi_kata("regul") == ["regulasi"]
    assert lengkapi_kata("skm")[:2] == ["SKM", "SKM101"]
    assert lengkapi_kata("zzz") == []


@pytest.mark.parametrize(("baris", "harapan"), BARIS)
def test_jawaban_bagi_bash(baris: str, harapan: str) -> None:
    lingkungan = {
        "_INDEKS_COMPLETE": "complete_bash",
        "COMP_WORDS": baris,
        "COMP_CWORD": str(baris.count(" ")),
    }
    assert harapan in jawaban(**lingkungan).split()


@butuh("bash")
@pytest.mark.skipif(os.name == "nt", reason="bash di Windows memakai jalur lain")
def test_bash() -> None:
    """Naskahnya di bash sungguhan; pada takaran cepat dua baris, sebab tiap baris satu proses."""
    semua = BARIS if LENGKAP else BARIS[:2]
    tanya = "".join(
        f"COMP_WORDS=({' '.join(map(repr, baris.split(' ')))}); COMP_CWORD={baris.count(' ')}; "
        f'_indeks_completion indeks; echo "${{COMPREPLY[*]}}" | tr "\\n" " "; echo\n'
        for baris, _ in semua
    )
    hasil = jalankan("bash", "--norc", "-c", f"{naskah('bash')}\n{tanya}").splitlines()
    for (baris, harapan), satu in zip(semua, hasil, strict=True):
        assert harapan in satu.split(), baris


@pytest.mark.skipif(not LENGKAP, reason="hanya pada takaran lengkap")
@butuh("fish")
def test_fish(tmp_path: Path) -> None:
    tanya = "".join(f"complete -C '{baris}'; echo =====\n" for baris, _ in BARIS)
    isi = f"{naskah('fish')}\n{tanya}"
    hasil = jalankan("fish", "--no-config", "-c", isi, HOME=str(tmp_path)).split("=====\n")
    for (baris, harapan), calon in zip(BARIS, hasil[:-1], strict=True):
        assert harapan in [satu.partition("\t")[0] for satu in calon.splitlines()], baris


@pytest.mark.skipif(not LENGKAP, reason="hanya pada takaran lengkap")
@butuh("zsh")
def test_zsh(tmp_path: Path) -> None:
    """Diketik di terminal semu; satu-satunya calon dilengkapi, selebihnya ditampilkan."""
    (tmp_path / ".zshrc").write_text(
        f"PS1='siap> '; autoload -Uz compinit && compinit -u -D\n{naskah('zsh')}\n", encoding="utf-8"
    )
    import pty

    jalur = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    anak, kendali = pty.fork()
    if anak == 0:
        os.environ |= {"ZDOTDIR": str(tmp_path), "TERM": "dumb", "PATH": jalur, "COLUMNS": "200"}
        os.execlp("zsh", "zsh", "-i")
    try:
        assert _tunggu(kendali, r"siap> $")
        for baris, harapan in BARIS:
            os.write(kendali, f"{baris}\t\t".encode())
            assert _tunggu(kendali, re.escape(harapan)), baris
            os.write(kendali, b"\x15")  # kosongkan barisnya
    finally:
        os.kill(anak, signal.SIGKILL)
        os.waitpid(anak, 0)
        os.close(kendali)


def _tunggu(kendali: int, pola: str) -> bool:
    """Baca layar sampai memuat *pola*; ``False`` bila tidak muncul."""
    layar, batas = "", time.monotonic() + 60
    while time.monotonic() < batas:
        siap, _, _ = select.select([kendali], [], [], 1)
        if siap:
            layar += os.read(kendali, 65536).decode("utf-8", "replace")
        if re.search(pola, _KENDALI.sub("", layar)):
            return True
    return False


def test_powershell() -> None:
    """Naskahnya mendaftarkan ``indeks`` dan menanyakan perintah yang sama dengan shell lain."""
    teks = naskah("powershell")
    assert "Register-ArgumentCompleter -Native -CommandName indeks -ScriptBlock $scriptblock" in teks
    (pilihan,) = re.findall(r'\$Env:_INDEKS_COMPLETE = "(\w+)"', teks)
    assert "$Env:_TYPER_COMPLETE_ARGS = $commandAst.ToString()" in teks
    for baris, harapan in BARIS[:2]:
        lingkungan = {"_INDEKS_COMPLETE": pilihan, "_TYPER_COMPLETE_ARGS": baris}
        lingkungan["_TYPER_COMPLETE_WORD_TO_COMPLETE"] = baris.rpartition(" ")[2]
        calon = jawaban(**lingkungan).splitlines()
        assert harapan in [satu.partition(":::")[0] for satu in calon], baris


@butuh("pwsh")
def test_powershell_sungguhan() -> None:
    tanya = "".join(
        f"(TabExpansion2 '{baris}' {len(baris)}).CompletionMatches.CompletionText -join ' '\n"
        for baris, _ in BARIS
    )
    isi = f"{naskah('pwsh')}\n{tanya}"
    hasil = jalankan("pwsh", "-NoProfile", "-Command", isi).splitlines()
    for (baris, harapan), satu in zip(BARIS, hasil, strict=True):
        assert harapan in satu.split(), baris


@pytest.mark.parametrize("perintah", [(), ("rencana",), ("metode",), ("baru",)])
def test_daftar_perintah_tidak_terpotong(perintah: tuple[str, ...]) -> None:
    layar = indeks(*perintah, "--help").keluar
    assert "..." not in layar.replace("[ARGUMEN]...", "")
    assert max(map(len, layar.splitlines())) <= 80
