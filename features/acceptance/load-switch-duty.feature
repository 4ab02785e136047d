@acceptance @profiles @load
Feature: What the load switch has gone through
  A load switch is made for some thousand operations, and its contact may weld. A meter that counts its operations, and
  notices current where none may flow, tells the utility before the switch costs it money. (Source: IEC 62055-31, load
  switching; Hexing, manual of the HXE310-KP, relay and status checking: current after the opening command means that it
  has failed. The time until it says so is a setting [A].)

  Background:
    Given a meter with:
      | name    | value      |
      | profile | acceptance |

  Rule: Each order to the other position is one operation, and the count survives power cuts

    Scenario: Used up, and bought again
      Given the meter holds 1.0 kWh
      And a 25.6 kWh credit token
      When the load draws 2000 W for 1 hour
      Then the load switch has operated 1 time
      When the customer keys in the token
      Then the load switch has operated 2 times
      When the mains fails
      And the mains returns
      Then the load switch has operated 2 times

    Scenario: A short code reads it
      Given the meter holds 1.0 kWh
      When the load draws 2000 W for 1 hour
      And the customer presses "821#"
      Then the display reads:
        """
        Operations
        1
        """

    Scenario: Power cuts are no operations
      Given the meter holds 10.0 kWh
      When the mains fails 20 times, after 1 second each
      Then the load switch has operated 0 times

    Scenario: A token that leaves it where it is is no operation
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the load switch has operated 0 times

    Scenario: Every trip is two operations and one overload
      Given the meter holds 100.0 kWh
      And a maximum power limit token of 2000 W
      When the customer keys in the token
      And the load draws 6000 W from now on
      And 11 seconds pass
      And the load draws 0 W from now on
      And 61 seconds pass
      Then the load switch has operated 2 times
      And the meter has counted 1 overload event
      And the load switch is closed

  Rule: Current through a switch that was ordered open is a fault that the meter shows and counts

    Background:
      Given the meter holds 1.0 kWh

    Scenario: The credit runs out behind a welded contact
      When the load switch welds
      And the load draws 2000 W from now on
      And 31 minutes pass
      Then the display reads:
        """
        0.0 kWh
        Switch fault
        """
      And the fault LED is on
      And the meter has counted 1 switch-failure event
      And the house has power

    Scenario: As long as nothing is drawn nobody can see it
      When the load switch welds
      And the load draws 2000 W for 30 minutes
      And 10 minutes pass
      Then the display reads:
        """
        0.0 kWh
        """
      And the meter has counted 0 switch-failure events
      When the load draws 100 W from now on
      And 6 seconds pass
      Then the display reads:
        """
        0.0 kWh
        Switch fault
        """
      And the meter has counted 1 switch-failure event

    Scenario: A spark of a second is no fault
      When the load switch welds
      And the load draws 2000 W from now on
      And 30 minutes pass
      And 2 seconds pass
      And the load switch is mended
      And 10 seconds pass
      Then the meter has counted 0 switch-failure events
      And the house has no power

    Scenario: A power cut does not make it forget
      When the load switch welds
      And the load draws 2000 W from now on
      And 31 minutes pass
      And the mains fails
      And the mains returns
      Then the display reads:
        """
        0.0 kWh
        Switch fault
        """
      And the meter has counted 1 switch-failure event

    Scenario: Once the switch has opened the fault is over, and the count stays
      When the load switch welds
      And the load draws 2000 W from now on
      And 31 minutes pass
      And the load switch is mended
      And 1 second passes
      Then the display reads:
        """
        0.0 kWh
        """
      And the meter has counted 1 switch-failure event
      And the fault LED is off
      And the house has no power

    Scenario: A sound contact is no fault, however often it opens
      Given a 1.0 kWh credit token
      When the load draws 2000 W from now on
      And 31 minutes pass
      And the customer keys in the token
      And 31 minutes pass
      Then the meter has counted 0 switch-failure events
      And the load switch has operated 3 times

    Scenario: Credit is taken behind a welded contact, too
      Given a 25.6 kWh credit token
      When the load switch welds
      And the load draws 2000 W from now on
      And 31 minutes pass
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 25.6 kWh
