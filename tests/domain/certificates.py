"""Certificates made for one test: an authority of its own, and what it signs."""

import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

NOW = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)
USES = dict.fromkeys(
    (
        *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
        *("encipher_only", "decipher_only"),
    ),
    False,
)
PEM = serialization.Encoding.PEM


def called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])


class Authority:
    """Signs certificates in a folder; `file` is its own, for those who are to trust it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.key, self.name = folder, ec.generate_private_key(ec.SECP256R1()), called("Test authority")
        self.file = folder / "authority.pem"
        itself = self.unsigned(self.name, self.key, NOW + DAY)
        itself = itself.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        known = x509.SubjectKeyIdentifier.from_public_key(self.key.public_key())
        itself = itself.add_extension(known, critical=False)
        itself = itself.add_extension(x509.KeyUsage(**USES, key_cert_sign=True, crl_sign=True), critical=True)
        self.file.write_bytes(itself.sign(self.key, hashes.SHA256()).public_bytes(PEM))

    def unsigned(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, until: datetime.datetime
    ) -> x509.CertificateBuilder:
        made = x509.CertificateBuilder(subject_name=subject, issuer_name=self.name, public_key=key.public_key())
        made = made.serial_number(x509.random_serial_number())
        return made.not_valid_before(NOW - 9 * DAY).not_valid_after(until)

    def certify(self, *hosts: str, until: datetime.datetime = NOW + DAY) -> Path:
        """A file with the certificate for some hosts, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts])
        made = self.unsigned(called(hosts[0]), key, until).add_extension(names, critical=False)
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        made = made.add_extension(issuer, critical=False)
        secret = key.private_bytes(PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        file = self.folder / f"{hosts[0]}.pem"
        file.write_bytes(secret + made.sign(self.key, hashes.SHA256()).public_bytes(PEM))
        return file
