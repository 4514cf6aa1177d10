"""Pemeriksaan satu tahun satu daerah: catatan, ``spd.yaml``, lalu yang antarberkas bila tahunnya utuh."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from indeksinovasi.alur.lingkup import Cakupan
from indeksinovasi.berkas.baca import baca_mentah
from indeksinovasi.berkas.batas import BATAS_BUKTI
from indeksinovasi.berkas.bukti import PelihatBukti, Terlihat, kelompok_kembar, sidik_bukti
from indeksinovasi.berkas.muat import Kamus, baca_inovasi_sebisanya, baca_spd_sebisanya, temuan_dari
from indeksinovasi.berkas.pindai import FolderDaerah, FolderTahun
from indeksinovasi.berkas.tersasar import BERKAS_DAERAH, BERKAS_SPD
from indeksinovasi.berkas.tulisan import pembaca_tulisan
from indeksinovasi.inti.hitung.kelayakan import kedudukan
from indeksinovasi.inti.model.daerah import Daerah
from indeksinovasi.inti.model.temuan import Masalah, Temuan
from indeksinovasi.inti.periksa import (
    UNTUK_INOVASI,
    UNTUK_SEBAGIAN,
    UNTUK_SPD,
    UNTUK_TAHUN,
    Saringan,
    jalankan,
)
from indeksinovasi.inti.periksa.bukti import BITA_PER_MB, milik_sendiri
from indeksinovasi.inti.periksa.konteks import (
    BahanInovasi,
    BahanSpd,
    BahanTahun,
    BarisEntri,
    CatatanTahun,
    Konteks,
    Rujukan,
    baris_entri,
)
from indeksinovasi.inti.periksa.luput import tanpa_yang_luput


@dataclass(slots=True)
class PemeriksaTahun:
    """Memeriksa bagian satu tahun yang diminta; ``dibaca``: jalur berkas yang diurai menurut namanya."""

    folder: FolderDaerah
    isi: FolderTahun
    cakupan: Cakupan
    saringan: Saringan
    konteks: Konteks
    kamus: Kamus
    pelihat: PelihatBukti
    dikenal: Callable[[int], frozenset[str]]
    dibaca: dict[str, Path] = field(default_factory=dict)
    catatan: list[CatatanTahun] = field(default_factory=list)
    tak_terbaca: Counter[str] = field(default_factory=Counter)
    bukti: list[tuple[Rujukan, str, int]] = field(default_factory=list)

    def jalankan(self, daerah: Daerah | None, *, terbaru: bool) -> Iterator[Temuan]:
        """Temuan tahun ini, tanpa urutan tertentu."""
        opd: dict[str, str] = {}
        for kode, semua in self.isi.opd.items():
            for jalur in semua:
                if self.cakupan.memuat(self.isi.tahun, kode, jalur):
                    if kode not in opd:
                        opd[kode] = self.folder.tampil(jalur)
                    yield from self._inovasi(kode, jalur)
        if self.isi.spd and (self._penuh or self.isi.spd in self.cakupan.berkas):
            yield from self._spd(self.isi.spd)
        if self.isi.berisi:
            yield from self._lintas(self._bahan(daerah, opd, terbaru=terbaru))

    @property
    def _penuh(self) -> bool:
        return self.cakupan.penuh(self.isi.tahun)

    @property
    def _batas_bukti(self) -> int:
        """Bita terbanyak sebuah bukti menurut aturan tahunnya; yang lebih besar bukan bukti yang sah."""
        metode = self.konteks.metode
        semua = [satu.ukuran_maks_mb for satu in metode.indikator if satu.ukuran_maks_mb] if metode else []
        return max(semua) * BITA_PER_MB if semua else BATAS_BUKTI

    def _inovasi(self, opd: str, jalur: Path) -> Iterable[Temuan]:
        nama = self.folder.tampil(jalur)
        self.dibaca[nama] = jalur
        terbaca = baca_inovasi_sebisanya(jalur, nama, self.kamus)
        inovasi = terbaca.dugaan
        if terbaca.isi is None:
            self.tak_terbaca[opd] += 1
        if inovasi is None:
            return terbaca.temuan
        tahun = self.isi.tahun
        duduk = kedudukan(inovasi, self.konteks.kelayakan, sertakan_draf=False, abaikan_kelayakan=False)
        baris = baris_entri(inovasi.indikator, self.konteks.sid, tahun)
        terlihat = self._lihat(f"{tahun}/{opd}", baris)
        ragu = frozenset(satu.jalur for satu in terbaca.temuan if satu.kode == "BRK014")
        catatan = CatatanTahun(f"{tahun}/{opd}/{jalur.stem}", opd, nama, inovasi, duduk.golongan, ragu)
        if self._penuh and terbaca.isi is not None:
            self.catatan.append(catatan)
            self._kumpulkan(catatan, baris, terlihat)
        keterangan = {tertulis: satu.keterangan for tertulis, satu in terlihat.items()}
        bahan = BahanInovasi(
            self.konteks,
            catatan.id,
            inovasi,
            duduk.golongan,
            baris,
            keterangan,
            self.dikenal,
            terbaca.luput,
            self._sidik(f"{tahun}/{opd}", baris),
            pembaca_tulisan(terbaca.dokumen.teks),
        )
        masalah = tanpa_yang_luput(jalankan(UNTUK_INOVASI, bahan, self.saringan), terbaca.luput)
        return (*terbaca.temuan, *temuan_dari(terbaca.dokumen, masalah))

    def _spd(self, jalur: Path) -> Iterable[Temuan]:
        nama = self.folder.tampil(jalur)
        self.dibaca[nama] = jalur
        terbaca = baca_spd_sebisanya(jalur, nama, self.kamus)
        spd = terbaca.isi
        if spd is None:
            return terbaca.temuan
        baris = baris_entri(spd.indikator, self.konteks.spd, self.isi.tahun)
        terlihat = self._lihat(str(self.isi.tahun), baris)
        keterangan = {tertulis: satu.keterangan for tertulis, satu in terlihat.items()}
        sidik = self._sidik(str(self.isi.tahun), baris)
        tulisan = pembaca_tulisan(terbaca.dokumen.teks)
        bahan = BahanSpd(
            self.konteks, spd, baris, keterangan, luput=terbaca.luput, sidik=sidik, tulisan=tulisan
        )
        masalah = tanpa_yang_luput(jalankan(UNTUK_SPD, bahan, self.saringan), terbaca.luput)
        return (*terbaca.temuan, *temuan_dari(terbaca.dokumen, masalah))

    def _lihat(self, folder: str, baris: tuple[BarisEntri, ...]) -> dict[str, Terlihat]:
        if not any(map(self.saringan.terpilih, _KODE_BERKAS)):
            return {}
        tertulis = {satu.berkas for isi in baris for satu in isi.entri.bukti if satu.berkas}
        return {satu: self.pelihat.lihat(folder, satu) for satu in tertulis}

    def _sidik(self, folder: str, baris: tuple[BarisEntri, ...]) -> dict[str, str]:
        """Sidik isi berkas bukti, hanya bagi baris yang verifikasinya bersidik."""
        if not self.saringan.terpilih("BKT315"):
            return {}
        bersidik = (satu for satu in baris if satu.entri.verifikasi and satu.entri.verifikasi.sidik)
        # Yang tidak dapat disidik tidak sama dengan sidik mana pun: persetujuannya tidak dapat dipastikan.
        return {satu.kode: sidik_bukti(self.pelihat, folder, satu.entri) or "" for satu in bersidik}

    def _kumpulkan(
        self, catatan: CatatanTahun, baris: tuple[BarisEntri, ...], terlihat: dict[str, Terlihat]
    ) -> None:
        """Catat bukti yang isinya akan dibandingkan; bukti inovasi yang ditolak boleh dipakai lagi."""
        if catatan.golongan == "ditolak":
            return
        for satu in baris:
            for jalur, bukti in milik_sendiri(satu):
                lihat = terlihat.get(bukti.berkas or "")
                if lihat and lihat.jalur:
                    rujukan = Rujukan(catatan.id, catatan.berkas, jalur, bukti.berkas or "")
                    self.bukti.append((rujukan, lihat.jalur, lihat.keterangan.ukuran))

    def _bahan(self, daerah: Daerah | None, opd: dict[str, str], *, terbaru: bool) -> BahanTahun:
        return BahanTahun(
            konteks=self.konteks,
            daerah=daerah,
            berkas_daerah=self.folder.tampil(self.folder.jalur / BERKAS_DAERAH),
            berkas_spd=self.folder.tampil(self.isi.jalur / BERKAS_SPD),
            ada_spd=self.isi.spd is not None,
            opd=opd,
            catatan=tuple(self.catatan),
            kembar=kelompok_kembar(self.bukti, self._batas_bukti) if self.saringan.terpilih("BKT310") else (),
            terbaru=terbaru,
            tak_terbaca=self.tak_terbaca,
        )

    def _lintas(self, bahan: BahanTahun) -> Iterator[Temuan]:
        pemeriksaan = (*UNTUK_SEBAGIAN, *(UNTUK_TAHUN if self._penuh else ()))
        menurut_berkas: dict[str, list[Masalah]] = defaultdict(list)
        for satu in jalankan(pemeriksaan, bahan, self.saringan):
            menurut_berkas[satu.berkas].append(satu.masalah)
        if not menurut_berkas:
            return
        jalur = {**self.dibaca, bahan.berkas_daerah: self.folder.jalur / BERKAS_DAERAH}
        for nama, masalah in menurut_berkas.items():
            yield from temuan_dari(baca_mentah(jalur.get(nama, self.isi.jalur / BERKAS_SPD), nama), masalah)


_KODE_BERKAS = ("BKT302", "BKT303", "BKT304", "BKT305", "BKT306", "BKT307", "BKT310")
