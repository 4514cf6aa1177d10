"""Memecahkan program bilangan bulat dengan HiGHS; hasilnya diperiksa lagi dengan bilangan bulat Python."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any

from indeksinovasi.inti.rencana.program import Penyelesaian, Program, memenuhi, sasaran

if TYPE_CHECKING:
    from highspy import Highs, HighsLp

_TELITI = 1e-9
_PILIHAN = (
    ("output_flag", False),
    ("threads", 1),
    ("random_seed", 0),
    ("mip_rel_gap", 0.0),
    # Sasaran selalu bulat: selisih di bawah satu sudah membuktikan yang terbaik.
    ("mip_abs_gap", 0.9),
    ("mip_feasibility_tolerance", _TELITI),
    ("primal_feasibility_tolerance", _TELITI),
    ("dual_feasibility_tolerance", _TELITI),
)


def pecahkan(program: Program) -> Penyelesaian | None:
    """Penyelesaian terbaik *program*; ``None`` bila tidak ada satu pun.

    Penyelesaian yang tidak memenuhi kendala dalam hitungan eksak (pembulatan titik kambang) tidak pernah
    dikembalikan.
    """
    if not program.atas:
        kosong = Penyelesaian((), 0, 0)
        return kosong if memenuhi(program, ()) else None
    import highspy

    highs = _pemecah()
    highs.passModel(_model(program))
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    nilai = tuple(round(satu) for satu in highs.getSolution().col_value)
    if not memenuhi(program, nilai):
        raise ArithmeticError("penyelesaian titik kambang tidak memenuhi kendala dalam hitungan eksak")
    hasil = sasaran(program, nilai)
    batas = highs.getInfo().mip_dual_bound
    terbukti = min(hasil, math.ceil(batas - 1e-6)) if math.isfinite(batas) else hasil
    return Penyelesaian(nilai, hasil, terbukti)


def _pemecah() -> Highs:
    import highspy

    class Diam(highspy.Highs):
        """HiGHS tanpa panggilan balik: mendaftarkannya mencetak spanduk ke stdout sebelum dapat dibungkam."""

        def enableCallbacks(self) -> None:  # nama dari highspy
            """Tidak ada yang didaftarkan."""

    highs = Diam()  # type: ignore[no-untyped-call]  # __init__ highspy tidak bertipe
    for nama, isi in _PILIHAN:
        highs.setOptionValue(nama, isi)
    return highs


def _model(program: Program) -> HighsLp:
    import highspy
    import numpy as np

    def larik(isi: Iterable[float]) -> np.ndarray[Any, Any]:
        return np.array(list(isi), dtype=np.double)

    tak_hingga = highspy.kHighsInf
    lp = highspy.HighsLp()
    lp.num_col_ = len(program.atas)
    lp.num_row_ = len(program.kendala)
    lp.col_cost_ = larik(program.biaya)
    lp.col_lower_ = larik(program.bawah)
    lp.col_upper_ = larik(program.atas)
    lp.row_lower_ = larik(-tak_hingga if satu.bawah is None else satu.bawah for satu in program.kendala)
    lp.row_upper_ = larik(tak_hingga if satu.atas is None else satu.atas for satu in program.kendala)
    isi_baris = [satu.isi for satu in program.kendala]
    kolom = list(chain.from_iterable(isi_baris))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *map(len, isi_baris)]).astype(np.int32)
    lp.a_matrix_.index_ = np.array([nomor for nomor, _ in kolom], dtype=np.int32)
    lp.a_matrix_.value_ = larik(kali for _, kali in kolom)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(program.atas)
    return lp
