"""Keadaan satu daerah yang dapat diubah lalu dinilai lagi: catatan, SPD, dan posisinya di mata rumus.

Setiap ubahan menyunting salinan catatan, lalu catatan itu dinilai dengan fungsi yang sama dengan ``nilai``;
karena itu angkanya selalu sama dengan menilai ulang berkas yang sungguh disunting.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud, sambung
from indeksinovasi.inti.hitung.fakta import basis_tertulis, perlu_basis
from indeksinovasi.inti.hitung.kematangan import Pembaca, TabelTahun
from indeksinovasi.inti.hitung.nilai import Bahan, Opsi, Peraturan, Rekaman, nilai_inovasi
from indeksinovasi.inti.hitung.posisi import Butir, Posisi, butir_dari, posisi_hasil
from indeksinovasi.inti.hitung.spd import nilai_spd
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.aturan import AturanBasis
from indeksinovasi.inti.model.hasil import DASAR, Hasil, NilaiInovasi, NilaiSpd
from indeksinovasi.inti.model.inovasi import Bukti, Entri, Inovasi, Verifikasi
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.nilai_fakta import FaktaUkuran
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.rencana.ubahan import (
    GalatUbahan,
    HapusCatatan,
    SetelSpd,
    SetelStatus,
    SetelTingkat,
    TambahInovasi,
    Ubahan,
)

_SPD_BERBARIS = ("baris", "dibawa")
_DIANDAIKAN = Bukti(tautan="https://contoh.go.id/diandaikan")


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Satu daerah pada satu tahun. ``rekaman`` dan ``nilai`` menurut pengenal catatan yang masih ada."""

    hasil: Hasil
    peraturan: Peraturan
    opsi: Opsi
    rekaman: Mapping[str, Rekaman]
    nilai: Mapping[str, NilaiInovasi]
    spd: Spd | None
    nilai_spd: NilaiSpd
    posisi: Posisi
    baru: int = 0

    @property
    def nomor(self) -> int:
        """Letak dasar terpilih dalam ``DASAR``."""
        return DASAR.index(self.opsi.dasar)

    @property
    def tahun(self) -> int:
        """Tahun catatan."""
        return self.hasil.tahun

    @property
    def spd_berbaris(self) -> bool:
        """Skor SPD dihitung dari baris-barisnya, sehingga baris itu dapat diubah."""
        return self.spd is not None and self.nilai_spd.asal in _SPD_BERBARIS

    @property
    def tabel_spd(self) -> TabelTahun:
        """Tabel yang menilai baris SPD: milik metode, atau milik tahun catatan bila skornya dibawa."""
        dibawa = self.nilai_spd.asal == "dibawa"
        return self.peraturan.spd_asal if dibawa and self.peraturan.spd_asal else self.peraturan.spd

    def dengan_spd(self, spd: Spd | None) -> Keadaan:
        """Keadaan dengan isi ``spd.yaml`` lain."""
        pembaca = Pembaca(self.peraturan.spd, self.peraturan.spd_asal, self.tahun)
        nilai = nilai_spd(spd, self.peraturan.metode, pembaca)
        masukan = self.posisi.masukan._replace(spd_maksimum=nilai.maksimum)
        posisi = self.posisi._replace(masukan=masukan)
        skor = nilai.skor[self.nomor] if nilai.skor else None
        return replace(self, spd=spd, nilai_spd=nilai, posisi=posisi.dengan_spd(skor))

    def dengan_inovasi(self, sunting: Mapping[str, Inovasi]) -> Keadaan:
        """Keadaan dengan isi beberapa catatan lain."""
        rekaman = {kenal: self.rekaman[kenal]._replace(inovasi=isi) for kenal, isi in sunting.items()}
        nilai = {
            kenal: nilai_inovasi(satu, self.tahun, self.peraturan, self.opsi)
            for kenal, satu in rekaman.items()
        }
        butir = {kenal: butir_dari(satu, self.nomor) for kenal, satu in nilai.items()}
        return replace(
            self,
            rekaman={**self.rekaman, **rekaman},
            nilai={**self.nilai, **nilai},
            posisi=self.posisi.ganti(butir),
        )

    def tanpa(self, kenal: str) -> Keadaan:
        """Keadaan tanpa catatan *kenal*."""
        return replace(
            self,
            rekaman={satu: isi for satu, isi in self.rekaman.items() if satu != kenal},
            nilai={satu: isi for satu, isi in self.nilai.items() if satu != kenal},
            posisi=self.posisi.ganti({kenal: None}),
        )

    def tambah(self, banyak: int, kematangan: Fraction, urusan: str | None) -> Keadaan:
        """Keadaan dengan *banyak* inovasi baru yang diterima."""
        butir = {
            f"+{nomor}": Butir("terhitung", kematangan, urusan)
            for nomor in range(self.baru + 1, self.baru + banyak + 1)
        }
        return replace(self, posisi=self.posisi.ganti(butir), baru=self.baru + banyak)


def keadaan_awal(bahan: Bahan, peraturan: Peraturan, opsi: Opsi, hasil: Hasil) -> Keadaan:
    """Keadaan menurut catatan apa adanya; *hasil* adalah penilaiannya."""
    return Keadaan(
        hasil=hasil,
        peraturan=peraturan,
        opsi=opsi,
        rekaman={satu.id: satu for satu in bahan.rekaman},
        nilai={satu.id: satu for satu in hasil.inovasi},
        spd=bahan.spd,
        nilai_spd=hasil.spd,
        posisi=posisi_hasil(hasil),
    )


def terapkan_ubahan(keadaan: Keadaan, ubahan: Ubahan) -> Keadaan:
    """Keadaan sesudah *ubahan*; ``GalatUbahan`` bila ubahan itu tidak mungkin."""
    match ubahan:
        case SetelTingkat(sasaran="spd"):
            return _tingkat_spd(keadaan, ubahan)
        case SetelTingkat(sasaran="*"):
            return _tingkat_semua(keadaan, ubahan)
        case SetelTingkat():
            return _tingkat_satu(keadaan, ubahan)
        case SetelSpd():
            return _total_spd(keadaan, ubahan)
        case SetelStatus():
            inovasi = _catatan(keadaan, ubahan.teks, ubahan.sasaran)
            return keadaan.dengan_inovasi(
                {ubahan.sasaran: inovasi.model_copy(update={"status": ubahan.status})}
            )
        case HapusCatatan():
            _pastikan_ada(keadaan, ubahan.teks, ubahan.sasaran)
            return keadaan.tanpa(ubahan.sasaran)
        case TambahInovasi():
            pastikan_kematangan(keadaan, ubahan.teks, ubahan.kematangan)
            return keadaan.tambah(ubahan.banyak, ubahan.kematangan, ubahan.urusan)


def terapkan_semua(keadaan: Keadaan, semua: Iterable[Ubahan]) -> Keadaan:
    """Terapkan *semua* ubahan berurutan."""
    for satu in semua:
        keadaan = terapkan_ubahan(keadaan, satu)
    return keadaan


def pastikan_kematangan(keadaan: Keadaan, teks: str, kematangan: Fraction) -> None:
    """``GalatUbahan`` bila *kematangan* sebuah inovasi baru di atas maksimum tahunnya."""
    asal = keadaan.peraturan.asal or keadaan.peraturan.metode
    maksimum = asal.maksimum.sid_indikator
    if maksimum and maksimum.nilai is not None and kematangan > maksimum.nilai:
        sebab = f"kematangan {angka_id(kematangan)} di atas maksimum {angka_id(maksimum.nilai)}."
        raise GalatUbahan(teks, sebab, f"Tulis paling banyak {angka_id(maksimum.nilai)}.")


def entri_setingkat(lama: Entri | None, asal: Indikator | None, tingkat: int) -> Entri:
    """Baris yang bernilai *tingkat* pada ketiga dasar: fakta ditinggalkan, basis kemanfaatan dijaga."""
    isi: dict[str, Any] = {
        "parameter": tingkat,
        "bukti": lama.bukti if lama and lama.berbukti else (_DIANDAIKAN,),
        "verifikasi": Verifikasi.model_validate({"parameter": tingkat}),
    }
    if asal is not None and perlu_basis(asal):
        isi["fakta"] = FaktaUkuran(_basis(lama, asal))
    return Entri(**isi)


def _basis(lama: Entri | None, asal: Indikator) -> str:
    assert isinstance(asal.aturan, AturanBasis)
    dikenal = tuple(asal.aturan.basis)
    tertulis = basis_tertulis(lama.fakta if lama else None)
    return tertulis if tertulis in dikenal else dikenal[0]


def _pastikan_ada(keadaan: Keadaan, teks: str, kenal: str) -> None:
    if kenal in keadaan.rekaman:
        return
    maksud = mungkin_maksud(kenal, keadaan.rekaman)
    sebab = f"catatan {kutip(kenal)} tidak ada{sambung(maksud)}."
    raise GalatUbahan(teks, sebab, atau(maksud, f"Tulis {keadaan.tahun}/<opd>/<nama>, tanpa .yaml."))


def _catatan(keadaan: Keadaan, teks: str, kenal: str) -> Inovasi:
    _pastikan_ada(keadaan, teks, kenal)
    inovasi = keadaan.rekaman[kenal].inovasi
    if inovasi is None:
        raise GalatUbahan(teks, f"catatan {kenal} tak terbaca.", "Perbaiki dahulu menurut `indeks validasi`.")
    return inovasi


def _baris_dikenal(teks: str, tabel: TabelTahun, kode: str, apa: str) -> None:
    if kode in tabel.baris:
        return
    maksud = mungkin_maksud(kode, tabel.baris)
    sebab = f"indikator {apa} {kutip(kode)} tidak ada pada tahun ini{sambung(maksud)}."
    raise GalatUbahan(teks, sebab, atau(maksud, "Lihat kode dengan `indeks metode tunjuk`."))


def _dengan_tingkat(keadaan: Keadaan, inovasi: Inovasi, kode: str, tingkat: int) -> Inovasi:
    tabel = keadaan.peraturan.sid_asal or keadaan.peraturan.sid
    entri = entri_setingkat(inovasi.indikator.get(kode), tabel.baris.get(kode), tingkat)
    return inovasi.model_copy(update={"indikator": {**inovasi.indikator, kode: entri}})


def _tingkat_satu(keadaan: Keadaan, ubahan: SetelTingkat) -> Keadaan:
    inovasi = _catatan(keadaan, ubahan.teks, ubahan.sasaran)
    _baris_dikenal(ubahan.teks, keadaan.peraturan.sid, ubahan.indikator, "SID")
    if inovasi.kematangan is not None and not inovasi.indikator:
        sebab = f"catatan {ubahan.sasaran} hanya memuat kematangan, tanpa baris indikator."
        raise GalatUbahan(ubahan.teks, sebab, "Isi dahulu baris indikatornya.")
    return keadaan.dengan_inovasi(
        {ubahan.sasaran: _dengan_tingkat(keadaan, inovasi, ubahan.indikator, ubahan.tingkat)}
    )


def _tingkat_semua(keadaan: Keadaan, ubahan: SetelTingkat) -> Keadaan:
    _baris_dikenal(ubahan.teks, keadaan.peraturan.sid, ubahan.indikator, "SID")
    return keadaan.dengan_inovasi(
        {
            kenal: _dengan_tingkat(keadaan, satu.inovasi, ubahan.indikator, ubahan.tingkat)
            for kenal, satu in keadaan.rekaman.items()
            if satu.inovasi is not None
            and satu.inovasi.indikator
            and _tingkat_kini(keadaan, kenal, ubahan.indikator) < ubahan.tingkat
        }
    )


def _tingkat_kini(keadaan: Keadaan, kenal: str, kode: str) -> int:
    return next((satu.tingkat[keadaan.nomor] for satu in keadaan.nilai[kenal].baris if satu.kode == kode), 0)


def _tingkat_spd(keadaan: Keadaan, ubahan: SetelTingkat) -> Keadaan:
    if keadaan.spd is None or not keadaan.spd_berbaris:
        sebab = "SPD tahun ini tidak dihitung dari barisnya."
        raise GalatUbahan(ubahan.teks, sebab, "Ubah skornya, misalnya spd=55.")
    tabel = keadaan.tabel_spd
    _baris_dikenal(ubahan.teks, tabel, ubahan.indikator, "SPD")
    milik = (keadaan.peraturan.spd_asal or tabel).baris.get(ubahan.indikator)
    entri = entri_setingkat(keadaan.spd.indikator.get(ubahan.indikator), milik, ubahan.tingkat)
    baris = {**keadaan.spd.indikator, ubahan.indikator: entri}
    return keadaan.dengan_spd(keadaan.spd.model_copy(update={"indikator": baris}))


def _total_spd(keadaan: Keadaan, ubahan: SetelSpd) -> Keadaan:
    maksimum = keadaan.nilai_spd.maksimum
    if keadaan.nilai_spd.asal == "tidak_diukur":
        raise GalatUbahan(ubahan.teks, "metode ini tidak mengukur SPD.", "Hapus ubahan ini.")
    if maksimum is not None and ubahan.total > maksimum:
        sebab = f"SPD {angka_id(ubahan.total)} di atas maksimum {angka_id(maksimum)}."
        raise GalatUbahan(ubahan.teks, sebab, f"Tulis paling banyak {angka_id(maksimum)}.")
    milik = keadaan.spd.maksimum if keadaan.spd else None
    return keadaan.dengan_spd(Spd(total=ubahan.total, maksimum=milik))
