"""Lembar isian pergi dan pulang: catatan acak kembali persis, dengan dan tanpa titik tolak."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.alur.impor_saring import baca_nilai
from indeksinovasi.berkas.suntingan import sama_persis
from indeksinovasi.berkas.tabel.excel import baca_xlsx
from indeksinovasi.inti.impor.buku import baca_buku
from indeksinovasi.inti.impor.gabung import TIDAK_MENIMPA, gabungkan
from indeksinovasi.inti.impor.isian import calon_isian
from indeksinovasi.inti.model.isian import BahanIsian, CatatanIsian
from indeksinovasi.inti.nama import tampak
from indeksinovasi.keluaran.tabel.buku import tulis_buku
from indeksinovasi.keluaran.tabel.isian import lembar_isian
from tests.acak import catatan
from tests.daerah_uji import Data, metode
from tests.profil import contoh

TAHUN = 2026
_TEKS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20) | st.sampled_from(
    ["=1+1", "@a", "-5", "007", "2024-01-31", "_x0041_", "a\nb", "'petik", "true", "[1, 2]", "1e3", " tepi "]
)


@st.composite
def _isi(draw: st.DrawFn) -> Data:
    isi: Data = draw(catatan(TAHUN))
    for kunci in ("tujuan", "hasil", "tematik", "nama_inisiator"):
        if draw(st.booleans()):
            isi[kunci] = draw(_TEKS)
    isi["nama"] = draw(_TEKS.filter(lambda satu: bool(tampak(satu).strip())))
    return {k: v for k, v in isi.items() if v not in (None, {}, [])}


def _tanpa_verifikasi(isi: Data) -> Data:
    semua = isi.get("indikator", {})
    indikator = {k: {a: b for a, b in v.items() if a != "verifikasi"} for k, v in semua.items()}
    return isi | {"indikator": indikator} if indikator else isi


@given(st.lists(_isi(), min_size=1, max_size=3))
@contoh(100)
def test_pulang_persis(semua: list[Data]) -> None:
    asli = [_tanpa_verifikasi(satu) for satu in semua]
    bahan = BahanIsian(
        daerah="Kota Uji",
        tahun=TAHUN,
        opd=None,
        nama_opd={"dinkes": "Dinkes"},
        metode=metode(TAHUN),
        catatan=tuple(CatatanIsian(f"{TAHUN}/dinkes/i{n}", "dinkes", isi) for n, isi in enumerate(asli)),
        spd=None,
    )
    tabel = baca_xlsx(tulis_buku(lembar_isian(bahan)), "x.xlsx")
    assert {satu.kode for satu in tabel.temuan} <= {"IMP805"}
    assert (tabel.temuan == ()) is all(_terlihat(isi) == isi for isi in asli)
    buku = baca_buku(tabel.lembar)
    assert buku is not None
    pulang = [
        satu
        for satu in calon_isian("x.xlsx", tabel.lembar, buku.asal, TAHUN, baca_nilai)
        if satu.id and satu.id.count("/") == 2
    ]
    for isi, satu in zip(asli, pulang, strict=True):
        assert satu.catatan == []
        assert _sama(_terlihat(isi), satu.isi), (isi, satu.isi)
        # Karakter tak terlihat yang sudah ada di catatan tidak dihapus oleh tabel yang pulang.
        assert gabungkan(isi, satu.isi, satu.asal, TIDAK_MENIMPA) == ((), ())


def _sama(asli: Any, pulang: Any) -> bool:
    """Bukti dan indikator yang kosong tidak dibedakan dari yang tidak ditulis."""
    return sama_persis(_padat(asli), _padat(pulang))


def _terlihat(isi: Any) -> Any:
    """*isi* yang tulisannya tanpa karakter tak terlihat."""
    if isinstance(isi, dict):
        return {kunci: _terlihat(nilai) for kunci, nilai in isi.items()}
    if isinstance(isi, list):
        return [_terlihat(satu) for satu in isi]
    return tampak(isi) if isinstance(isi, str) else isi


def _padat(isi: Any) -> Any:
    if isinstance(isi, dict):
        return {k: _padat(v) for k, v in isi.items() if v not in (None, {}, [])}
    return [_padat(satu) for satu in isi] if isinstance(isi, list) else isi
