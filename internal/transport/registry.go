package transport

import "slices"

// reserve takes a place for a socket of a network until it is acknowledged, so that silent
// sockets count too (R78). It returns false if there is none.
func (k *Sockets) reserve(networks []Network, most int) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, n := range networks {
		if k.pending[n.Name] >= most*n.Times {
			return false
		}
	}
	if k.pending == nil {
		k.pending = map[string]int{}
	}
	for _, n := range networks {
		k.pending[n.Name]++
	}
	return true
}

func (k *Sockets) release(networks []Network) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.released(networks)
}

// released is called with mu held.
func (k *Sockets) released(networks []Network) {
	for _, n := range networks {
		if k.pending[n.Name]--; k.pending[n.Name] == 0 {
			delete(k.pending, n.Name)
		}
	}
}

// add returns false when the program is draining.
func (k *Sockets) add(s *socket) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.draining != nil {
		return false
	}
	if k.all == nil {
		k.all = map[*socket][]owner{}
		k.byKey = map[string][]*socket{}
		k.byOwner = map[owner]int{}
	}
	k.all[s] = nil
	return true
}

// index makes a socket known by its keys; it returns false if its owner has too many.
func (k *Sockets) index(s *socket, identity Identity) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	whose, ok := k.owners(s, identity.User)
	if !ok {
		return false
	}
	for _, o := range whose {
		k.byOwner[o]++
	}
	k.all[s] = whose
	k.released(s.networks)
	s.keys = keysOf(identity)
	for _, key := range s.keys {
		k.byKey[key] = append(k.byKey[key], s)
	}
	return true
}

// owners are whom a socket counts against: its user, or the networks of a guest. It says
// false if one of them has too many. It is called with mu held.
func (k *Sockets) owners(s *socket, user string) (all []owner, ok bool) {
	if user != "" {
		one := owner{user: user}
		return []owner{one}, k.byOwner[one] < s.maxSockets()
	}
	for _, n := range s.networks {
		one := owner{network: n.Name}
		if k.byOwner[one] >= s.maxSockets()*n.Times {
			return nil, false
		}
		all = append(all, one)
	}
	return all, true
}

func keysOf(identity Identity) []string {
	keys := slices.DeleteFunc(append([]string{identity.User}, identity.Keys...), func(key string) bool { return key == "" })
	slices.Sort(keys)
	return slices.Compact(keys)
}

func (k *Sockets) remove(s *socket) {
	k.mu.Lock()
	defer k.mu.Unlock()
	whose := k.all[s]
	for _, o := range whose {
		if k.byOwner[o]--; k.byOwner[o] == 0 {
			delete(k.byOwner, o)
		}
	}
	if whose == nil {
		k.released(s.networks)
	}
	for _, key := range s.keys {
		k.byKey[key] = slices.DeleteFunc(k.byKey[key], func(other *socket) bool { return other == s })
		if len(k.byKey[key]) == 0 {
			delete(k.byKey, key)
		}
	}
	delete(k.all, s)
	k.emptied()
}
