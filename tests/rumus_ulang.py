"""Rumus indeks ditulis ulang dari pedoman, tanpa modul ``hitung``: pembanding bagi uji kekuatan kasar."""

from __future__ import annotations

from fractions import Fraction

from indeksinovasi.inti.model.metode import Metode


def skor_ulang(
    metode: Metode, n: int, ditolak: int, kematangan: Fraction, spd: Fraction, urusan: int
) -> Fraction | None:
    """Indeks (2020: skor); *urusan*: banyak urusan wajib yang terisi. ``None`` bila pembaginya 0."""
    rumus = metode.rumus
    if metode.skala == "absolut":
        return spd + kematangan
    saklar = rumus.ditolak_ikut_pembagi
    pembagi = Fraction(n + (ditolak if saklar is not None and saklar.nilai else 0))
    if rumus.pembagi_minimal is not None and rumus.pembagi_minimal.nilai is not None:
        pembagi = max(pembagi, rumus.pembagi_minimal.nilai)
    if not pembagi:
        return None
    jumlah = Fraction(0)
    if rumus.jumlah_inovasi is not None:
        poin, paling = rumus.jumlah_inovasi.poin.nilai, rumus.jumlah_inovasi.maksimum.nilai
        assert poin is not None
        assert paling is not None
        minimal = rumus.urusan_wajib_minimal.nilai if rumus.urusan_wajib_minimal else None
        if minimal is None or urusan >= minimal:
            jumlah = poin * min(Fraction(n), paling)
    maksimum = metode.maksimum.total.nilai if metode.maksimum.total else None
    # 2021: maksimum SPD dari spd.yaml ditambah maksimum kematangan.
    penuh = maksimum if maksimum is not None else Fraction(63 + 150)
    return (spd + kematangan / pembagi + jumlah) / penuh * 100
