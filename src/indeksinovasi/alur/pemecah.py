"""Memecahkan program bilangan bulat dengan HiGHS; hasilnya diperiksa lagi dengan bilangan bulat Python."""

from __future__ import annotations

import math

from indeksinovasi.inti.rencana.program import Penyelesaian, Program, memenuhi, sasaran

# Sasaran selalu bulat: selisih di bawah satu sudah membuktikan yang terbaik.
_SELISIH_BULAT = 0.9
_TELITI = 1e-9


def pecahkan(program: Program) -> Penyelesaian | None:
    """Penyelesaian terbaik *program*; ``None`` bila tidak ada satu pun.

    Penyelesaian yang tidak memenuhi kendala dalam hitungan eksak (pembulatan titik kambang) tidak pernah
    dikembalikan.
    """
    if not program.atas:
        kosong = Penyelesaian((), 0, 0)
        return kosong if memenuhi(program, ()) else None
    import highspy
    import numpy as np

    class Diam(highspy.Highs):
        """HiGHS tanpa panggilan balik: mendaftarkannya mencetak spanduk ke stdout sebelum dapat dibungkam."""

        def enableCallbacks(self) -> None:  # nama dari highspy
            """Tidak ada yang didaftarkan."""

    highs = Diam()  # type: ignore[no-untyped-call]  # __init__ highspy tidak bertipe
    for nama, isi in (
        ("output_flag", False),
        ("threads", 1),
        ("random_seed", 0),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", _SELISIH_BULAT),
        ("mip_feasibility_tolerance", _TELITI),
        ("primal_feasibility_tolerance", _TELITI),
        ("dual_feasibility_tolerance", _TELITI),
    ):
        highs.setOptionValue(nama, isi)
    tak_hingga = highspy.kHighsInf
    lp = highspy.HighsLp()
    lp.num_col_ = len(program.atas)
    lp.num_row_ = len(program.kendala)
    lp.col_cost_ = np.array(program.biaya, dtype=np.double)
    lp.col_lower_ = np.array(program.bawah, dtype=np.double)
    lp.col_upper_ = np.array(program.atas, dtype=np.double)
    lp.row_lower_ = np.array(
        [-tak_hingga if satu.bawah is None else satu.bawah for satu in program.kendala], dtype=np.double
    )
    lp.row_upper_ = np.array(
        [tak_hingga if satu.atas is None else satu.atas for satu in program.kendala], dtype=np.double
    )
    isi_baris = [satu.isi for satu in program.kendala]
    mulai = np.cumsum([0, *map(len, isi_baris)])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = mulai.astype(np.int32)
    lp.a_matrix_.index_ = np.array([n for satu in isi_baris for n, _ in satu], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([k for satu in isi_baris for _, k in satu], dtype=np.double)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(program.atas)
    highs.passModel(lp)
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
