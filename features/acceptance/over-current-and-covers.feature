@acceptance @profiles @load
Feature: Over-current and opened covers
  A meter carries what it is made for and no more, whatever limit a token has set; and whoever opens it to reach its
  terminals leaves a trace. (Source: Hexing, manuals of the HXE310-KP, events and relay, and of the HXE110, load control;
  Landis+Gyr, user guide of the Cashpower Sabre Mk 5: a tamper disconnects. Times are settings [A].)

  Background:
    Given a meter with:
      | name    | value      |
      | profile | acceptance |
    And the meter holds 100.0 kWh

  Rule: More than the meter's own 60 A opens the load switch after ten seconds, and it comes back after a minute

    Scenario: 61 A at 230 V
      When the load draws 14030 W from now on
      And 11 seconds pass
      Then the load switch is open
      And the display shows "Overload"
      And the fault LED is on
      And the meter has counted 1 overload event

    Scenario: 60 A at 230 V are allowed
      When the load draws 13800 W from now on
      And 1 hour passes
      Then the load switch is closed
      And the meter has counted 0 overload events

    Scenario: A motor that starts
      When the load draws 20000 W for 9 seconds
      And the load draws 2000 W for 10 seconds
      And the load draws 20000 W for 9 seconds
      Then the load switch is closed
      And the meter has counted 0 overload events

    Scenario: It comes back, and trips again as long as too much is drawn
      When the load draws 20000 W from now on
      And 11 seconds pass
      And 60 seconds pass
      Then the load switch is closed
      When 10 seconds pass
      Then the load switch is open
      And the meter has counted 2 overload events

    Scenario: The same power at a lower voltage is more current
      When the mains stands at 200 V from now on
      And the load draws 13000 W from now on
      And 11 seconds pass
      Then the load switch is open
      And the meter has counted 1 overload event

    Scenario: The limit of a token is watched beside it
      Given a maximum power limit token of 2000 W
      When the customer keys in the token
      And the load draws 3000 W from now on
      And 11 seconds pass
      Then the load switch is open
      And the meter has counted 1 overload event

    Scenario: A mains that has become too high keeps it open
      When the load draws 20000 W from now on
      And 11 seconds pass
      And the load draws 0 W from now on
      And the mains stands at 300 V from now on
      And 2 minutes pass
      Then the load switch is open
      And the display shows "High voltage"
      When the mains stands at 230 V from now on
      And 61 seconds pass
      Then the load switch is closed

  Rule: Opening the terminal cover is a tamper: the load switch opens and credit is refused until it is cleared

    Scenario: It opens, and the meter says so
      When the terminal cover is opened
      Then the load switch is open
      And the display reads:
        """
        100.0 kWh
        Tamper
        """
      And the fault LED is on
      And the meter has counted 1 cover event

    Scenario: Credit is refused, and taken after the clear tamper token
      Given a 25.6 kWh credit token "credit"
      And a clear tamper token "clear"
      When the terminal cover is opened
      And the customer keys in token "credit"
      Then the meter refuses it
      And the meter holds 100.0 kWh
      When the customer keys in token "clear"
      Then the meter accepts it
      And the load switch is closed
      When the customer keys in token "credit"
      Then the meter accepts it
      And the meter holds 125.6 kWh

    Scenario: A power cut does not clear it
      When the terminal cover is opened
      And the mains fails
      And the mains returns
      Then the load switch is open
      And the display reads:
        """
        100.0 kWh
        Tamper
        """
      And the meter has counted 1 cover event

    Scenario: Each opening counts
      When the terminal cover is opened
      And the terminal cover is opened
      And the customer presses "825#"
      Then the display shows "2"

    Scenario: What was drawn until then is charged, and nothing after it
      When the load draws 2000 W from now on
      And 1 hour passes
      And the terminal cover is opened
      And 5 hours pass
      Then the meter holds 98.0 kWh

    Scenario: A make without a switch under that cover
      Given a meter with:
        | name    | value   |
        | profile | generic |
      And the meter holds 100.0 kWh
      When the terminal cover is opened
      Then the load switch is closed
      And the meter holds 100.0 kWh
