"""Memori sebuah pohon proses dari ``/proc``: PSS, yaitu halaman bersama dibagi rata di antara pemakainya."""

from __future__ import annotations

from pathlib import Path

PROC = Path("/proc")


def tersedia() -> bool:
    """Benar di Linux dengan ``smaps_rollup``; di tempat lain memori tidak diukur."""
    return (PROC / "self" / "smaps_rollup").exists() and (PROC / "self" / "task").exists()


def memori_pohon(pid: int) -> int:
    """Jumlah PSS (bita) *pid* dan semua keturunannya saat ini; proses yang sudah berakhir dihitung 0."""
    return _pss(pid) + sum(memori_pohon(anak) for anak in _anak(pid))


def _pss(pid: int) -> int:
    try:
        teks = (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    baris = next((satu for satu in teks.splitlines() if satu.startswith("Pss:")), "Pss: 0 kB")
    return int(baris.split()[1]) * 1024


def _anak(pid: int) -> list[int]:
    anak: list[int] = []
    try:
        for utas in (PROC / str(pid) / "task").iterdir():
            anak.extend(int(satu) for satu in (utas / "children").read_text(encoding="ascii").split())
    except OSError:
        return anak
    return anak
