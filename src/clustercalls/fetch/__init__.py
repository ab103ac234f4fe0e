"""What others answer over the network, each within its bounds, and to whom a secret may go."""
