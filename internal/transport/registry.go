package transport

import "slices"

// reserve takes a place for a network's socket until it is acknowledged, so that silent
// sockets count too (R78). It returns false if there is none.
func (k *Sockets) reserve(network string, most int) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.pending[network] >= most {
		return false
	}
	if k.pending == nil {
		k.pending = map[string]int{}
	}
	k.pending[network]++
	return true
}

func (k *Sockets) release(network string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.released(network)
}

// released is called with mu held.
func (k *Sockets) released(network string) {
	if k.pending[network]--; k.pending[network] == 0 {
		delete(k.pending, network)
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
		k.all = map[*socket]*owner{}
		k.byKey = map[string][]*socket{}
		k.byOwner = map[owner]int{}
	}
	k.all[s] = nil
	return true
}

// index makes a socket known by its keys; it returns false if its owner has too many.
func (k *Sockets) index(s *socket, identity Identity) bool {
	whose := owner{user: identity.User}
	if whose.user == "" {
		whose.address = s.address
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.byOwner[whose] >= s.maxSockets() {
		return false
	}
	k.byOwner[whose]++
	k.all[s] = &whose
	k.released(s.address)
	s.keys = keysOf(identity)
	for _, key := range s.keys {
		k.byKey[key] = append(k.byKey[key], s)
	}
	return true
}

func keysOf(identity Identity) []string {
	keys := slices.DeleteFunc(append([]string{identity.User}, identity.Keys...), func(key string) bool { return key == "" })
	slices.Sort(keys)
	return slices.Compact(keys)
}

func (k *Sockets) remove(s *socket) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if whose := k.all[s]; whose != nil {
		if k.byOwner[*whose]--; k.byOwner[*whose] == 0 {
			delete(k.byOwner, *whose)
		}
	} else {
		k.released(s.address)
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
